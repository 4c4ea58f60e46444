/** An element of an XML document. Attributes that are undefined are left out. */
export interface Element {
  name: string;
  attributes?: Readonly<Record<string, string | number | undefined>>;
  children?: readonly Element[];
  text?: string;
}

/** A document of one root element, indented. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, "").join("\n")}\n`;
}

function written({ name, attributes = {}, children = [], text }: Element, indent: string): string[] {
  const stated = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value)).replace(/[\t\n\r]/g, characterReference)}"`],
  );
  const start = `${indent}<${name}${stated.join("")}`;
  if (text !== undefined) return [`${start}>${escaped(text)}</${name}>`];
  if (children.length === 0) return [`${start}/>`];
  return [`${start}>`, ...children.flatMap((child) => written(child, `${indent}  `)), `${indent}</${name}>`];
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML 1.0 does not allow, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const NOT_ALLOWED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

function escaped(text: string): string {
  return text.replace(NOT_ALLOWED, "\ufffd").replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** A line end in an attribute would be read as a space. */
function characterReference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
