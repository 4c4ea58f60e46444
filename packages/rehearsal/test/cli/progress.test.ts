import { PassThrough } from "node:stream";
import { livingLines } from "../../src/cli/progress/living-lines";
import { plainLines } from "../../src/cli/progress/plain-lines";
import type { ProgressEvent } from "../../src/engine";

const urn = (type: string) => `urn:pulumi:prod::claims::${type}::x`;
const events: ProgressEvent[] = [
  { kind: "stack-started", stack: "prod" },
  { kind: "stack-started", stack: "dev" },
  { kind: "resource", stack: "prod", urn: urn("pulumi:pulumi:Stack"), action: "create" },
  { kind: "resource", stack: "prod", urn: urn("pulumi:providers:azure-native"), action: "create" },
  { kind: "resource", stack: "prod", urn: urn("azure-native:keyvault:Vault"), action: "create" },
  { kind: "resource", stack: "prod", urn: urn("azure-native:search:Service"), action: "refused" },
  { kind: "violation", stack: "prod", pack: "p", rule: "r", level: "mandatory" },
  { kind: "stack-finished", stack: "prod", seconds: 1.234 },
];

test("in a pipe, one plain line for each stack that is done", () => {
  const stream = new PassThrough();
  const progress = plainLines(stream);
  for (const event of events) progress.tell(event);
  progress.end();
  expect(String(stream.read())).toBe("rehearsed prod: 1 resource, 1 violation, 1 refused, 1.2 s\n");
});

test("on a terminal, a line that lives for each stack, and nothing left of it at the end", () => {
  jest.useFakeTimers();
  try {
    const stream = Object.assign(new PassThrough(), { columns: 80, rows: 24 }) as unknown as NodeJS.WriteStream &
      PassThrough;
    const progress = livingLines(stream, false);
    for (const event of events) progress.tell(event);
    jest.advanceTimersByTime(100);
    expect(String(stream.read())).toMatch(
      /^✓ prod {2}1 resource, 1 violation, 1 refused, 1\.2 s\n⠋ dev {3}starting, \d+\.\d s\n$/,
    );
    progress.end();
    expect(String(stream.read())).toBe("\u001b[2A\r\u001b[J");
  } finally {
    jest.useRealTimers();
  }
});
