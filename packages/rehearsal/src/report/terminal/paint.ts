import { stripVTControlCharacters, styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];

/** Sets text apart where the output is a terminal, and leaves it alone where it is not. */
export interface Paint {
  plain(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
  strong(text: string): string;
  dim(text: string): string;
}

/** A paint for an output with or without colours. */
export function paintFor(colours: boolean): Paint {
  const as = (format: Format) => (text: string) =>
    colours ? styleText(format, text, { validateStream: false }) : text;
  return {
    plain: (text) => text,
    good: as("green"),
    bad: as(["bold", "red"]),
    warn: as("yellow"),
    strong: as("bold"),
    dim: as("dim"),
  };
}

/** Text of a program's resources and messages without what would steer the terminal. Line ends stay. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return stripVTControlCharacters(text).replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, " ");
}

/** Whether an output shows colours; `NO_COLOR`, `FORCE_COLOR` and the kind of terminal decide, as Node reads them. */
export function takesColours(stream: NodeJS.WriteStream): boolean {
  if (process.env.NO_COLOR) return false;
  return stream.isTTY ? stream.hasColors() : false;
}
