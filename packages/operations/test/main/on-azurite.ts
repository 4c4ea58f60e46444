import type { TokenCredential } from "@azure/core-auth";
import { azureConnections } from "../../src/azure";
import { commandLine } from "../../src/main/command-line";
import { endingOf } from "../../src/main/ending";
import type { Clock } from "../../src/ports";
import type { Azurite } from "../azurite";

/** What a command came to. */
export interface Outcome {
  readonly code: number | string | null | undefined;
  readonly out: string;
  readonly err: string;
}

/** The environment of a job on the emulator. */
export function environmentOn(azurite: Azurite): Record<string, string> {
  return {
    RINGFENCE_RING: "test",
    RINGFENCE_STORAGE_ACCOUNT: azurite.account,
    RINGFENCE_JOURNAL_TABLE: "journal",
    RINGFENCE_AUDIT_CONTAINER: "audit",
    RINGFENCE_EVENTS_QUEUE: "expiry-events",
    RINGFENCE_POISON_QUEUE: "expiry-events-poison",
    RINGFENCE_STORAGE_BLOB_ENDPOINT: azurite.blobEndpoint,
    RINGFENCE_STORAGE_QUEUE_ENDPOINT: azurite.queueEndpoint,
    RINGFENCE_STORAGE_TABLE_ENDPOINT: azurite.tableEndpoint,
  };
}

/** What a command runs with. */
export interface Setting {
  readonly environment: Record<string, string>;
  /** Whom it is signed in as. */
  readonly credential: TokenCredential;
  readonly clock: Clock;
  /** The certificates of everything that it talks to. */
  readonly ca: string | string[];
}

/** Runs a command of the program in this process, with its real clients. */
export async function command(
  words: readonly string[],
  { environment, credential, clock, ca }: Setting,
): Promise<Outcome> {
  let out = "";
  let err = "";
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await commandLine(words, {
      environment,
      print: (text) => {
        out += text;
      },
      warn: (text) => {
        err += text;
      },
      clock,
      connect: (run) => azureConnections(run, { tlsOptions: { ca } }, () => credential),
      ending: new AbortController().signal,
    }).parseAsync([...words], { from: "user" });
  } catch (error) {
    const { code, says } = endingOf(error);
    err += says;
    process.exitCode = code;
  }
  const code = process.exitCode;
  process.exitCode = before;
  return { code, out, err };
}
