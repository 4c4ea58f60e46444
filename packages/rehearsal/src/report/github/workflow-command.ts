/** Where an annotation is shown, and under which heading. */
export interface AnnotationProperties {
  title: string;
  /** From the repository's root. */
  file?: string;
  line?: number;
  col?: number;
}

/** One workflow command, `::error file=index.ts,line=3::message`, on one line whatever the message holds. */
export function command(
  kind: "error" | "warning",
  { title, file, line, col }: AnnotationProperties,
  message: string,
): string {
  const properties = Object.entries({ file, line, col, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${kind} ${properties.join(",")}::${escapedData(message)}`;
}

/** GitHub takes a line as one command, and `%` as the start of an escaped character. */
function escapedData(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

/** In a property, colons and commas too would end it. */
function escapedProperty(text: string): string {
  return escapedData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
