/** How values are written that are secrets whatever they are called. What is in braces or angle brackets is a blank. */
const shapes: readonly RegExp[] = [
  // Connection strings of storage, messaging, databases and caches.
  /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|Secret|Password|Pwd|ClientSecret|AccessKey|ApiKey)\s*=\s*[^\s;"'<{$@%[(][^\s;"']{2,}/i,
  // Shared access signatures, and the keys of functions and workflows in their addresses.
  /[?&](?:sig|code)=[\w%+/=-]{20,}/i,
  // A user and a password in an address.
  /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/?#@]{1,100}:[^\s/?#@<{$[]{3,200}@/i,
  /-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY-----/,
  // JSON Web Tokens.
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{10,}/,
  // Client secrets of Entra applications.
  /(?:^|[^\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?:$|[^\w~.-])/,
  // Azure's keys: 64 and 32 bytes in base64, 16 in hexadecimal, and those of today with a mark inside.
  /^[A-Za-z0-9+/]{86}==$/,
  /^[A-Za-z0-9+/]{43}=$/,
  /^[0-9a-f]{32}$/i,
  /\b[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26}\b/,
  /\b[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}\b/,
  // Keys and tokens of model vendors and of code hosts.
  /\bsk-(?=[A-Za-z_-]{0,20}\d)[A-Za-z0-9_-]{12,}/,
  /\bhf_[A-Za-z0-9]{30,}/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bAIza[\w-]{35}\b/,
  /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,})/,
  /\bxox[abprs]-[\w-]{10,}/,
];

/** Last words of a name that is a secret's: `OpenAI:ApiKey`, `adminPassword`. Public keys are none. */
const SECRET_NAME =
  /(?:password|passwd|passphrase|pwd|secret|credential|token|(?:api|access|account|admin|auth|function|host|master|private|primary|secondary|shared|storage|subscription)[-_.: ]?key)$/i;

/** Other names that end in key, but for those of keys that are shown to everybody; what stands there must look random. */
const KEY_NAME = /(?<!(?:public|partition|sort|instrumentation)[-_.: ]?)key$/i;
const RANDOM = /^(?=.*\d)(?=.*[a-z])[\w+/=~.-]{16,}$/i;

/** What stands under such a name and is none: an address, a template expression, a blank, a word for nothing. */
const PLACEHOLDER = /^(?:[a-z][a-z0-9+.-]*:\/\/|[[<{$@%]|(?:true|false|null|none|undefined)$)/i;

/** The name of a secret in a vault: `claims-db-password`. */
const NAME = /^[a-z]+(?:-[a-z0-9]+)+$/;

/** Whether a text looks like a secret, by how it is written or by the name that it stands under. */
export function looksSecret(name: string, text: string): boolean {
  if (shapes.some((shape) => shape.test(text))) return true;
  if (isPlain(text)) return false;
  return (SECRET_NAME.test(name) && text.length >= 6) || (KEY_NAME.test(name) && RANDOM.test(text));
}

function isPlain(text: string): boolean {
  return /\s/.test(text) || PLACEHOLDER.test(text) || NAME.test(text);
}
