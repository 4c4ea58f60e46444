import { type Clock, redacted } from "../ports";

/** How urgent a line is. */
export const LogLevel = { Info: "info", Warning: "warning", Error: "error" } as const;
export type LogLevel = (typeof LogLevel)[keyof typeof LogLevel];

/** What is said besides the message; a Secret among it prints as `[secret]`. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Says what happens, a line of JSON each; nothing in it is for a person alone. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warning(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** The same log with fields that every line has from now on. */
  with(fields: LogFields): Log;
}

/** One line before it is written. */
export interface LogLine extends LogFields {
  readonly time: string;
  readonly level: LogLevel;
  readonly message: string;
}

/** A log that hands each line to the writers. */
export function structuredLog(
  clock: Clock,
  writers: readonly ((line: LogLine) => void)[],
  always: LogFields = {},
): Log {
  const say =
    (level: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      const line: LogLine = { time: clock.now().toISOString(), level, message, ...always, ...plainErrors(fields) };
      for (const write of writers) write(line);
    };
  return {
    info: say(LogLevel.Info),
    warning: say(LogLevel.Warning),
    error: say(LogLevel.Error),
    with: (fields) => structuredLog(clock, writers, { ...always, ...fields }),
  };
}

/** A line of JSON, without the value of any Secret that this process has seen. */
export function jsonLine(line: LogLine): string {
  return `${redacted(JSON.stringify(line))}\n`;
}

/** Of an error its name, message and code: an SDK's error object holds the whole request. */
function plainErrors(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, value instanceof Error ? plainError(value) : value]),
  );
}

function plainError(error: Error): LogFields {
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return {
    name: error.name,
    message: error.message,
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof statusCode === "number" ? { status: statusCode } : {}),
  };
}
