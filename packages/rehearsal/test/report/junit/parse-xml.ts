/** An element as a strict reader sees it. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** Reads the XML that reports write: elements, attributes in double quotes, text. Throws on anything else. */
export function parseXml(xml: string): XmlElement {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(declaration)) throw new Error("no XML declaration");
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const pattern = /<(\/?)([A-Za-z]+)((?:\s+[A-Za-z]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  pattern.lastIndex = declaration.length;
  while (pattern.lastIndex < xml.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(xml);
    const parent = open.at(-1);
    if (!match || !parent) throw new Error(`not well formed at ${xml.slice(at, at + 80)}`);
    const [, closes, name = "", attributes = "", alone, text] = match;
    if (text !== undefined) parent.text += unescaped(text);
    else if (closes) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
    } else {
      const element: XmlElement = { name, attributes: {}, children: [], text: "" };
      for (const [, key = "", value = ""] of attributes.matchAll(/([A-Za-z]+)="([^"]*)"/g))
        element.attributes[key] = unescaped(value);
      parent.children.push(element);
      if (!alone) open.push(element);
    }
  }
  const [first] = root.children;
  if (open.length !== 1 || root.children.length !== 1 || !first) throw new Error("not one root element");
  return first;
}

function unescaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 forbids is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) throw new Error("a character that XML does not allow");
  return text.replace(/&(?:#(\d+)|([a-z]+));|&/g, (whole, code?: string, name?: string) => {
    if (code) return String.fromCodePoint(Number(code));
    const character = name && entities[name];
    if (!character) throw new Error(`an entity that XML does not know: ${whole}`);
    return character;
  });
}
