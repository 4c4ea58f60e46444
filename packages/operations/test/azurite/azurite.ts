import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TokenCredential } from "@azure/core-auth";
import type { TlsSettings } from "@azure/core-rest-pipeline";
import { loopbackCertificate } from "./certificate.ts";
import { loopbackIdentity } from "./loopback-identity.ts";
import { packageFile, supportedNode } from "./supported-node.ts";

/** A running Azurite: Microsoft's emulator of Azure Storage, over HTTPS and with tokens, as the real service is used. */
export interface Azurite {
  readonly account: string;
  /** Where each service answers, the account included: `https://127.0.0.1:PORT/devstoreaccount1`. */
  readonly blobEndpoint: string;
  readonly queueEndpoint: string;
  readonly tableEndpoint: string;
  /** A credential that it accepts. */
  readonly credential: TokenCredential;
  /** For the `tlsOptions` of the SDK's clients in this process: they trust its certificate. */
  readonly tlsOptions: TlsSettings;
  /** Its certificate and the file it is in, for NODE_EXTRA_CA_CERTS of another process. */
  readonly certificate: string;
  readonly certificateFile: string;
  close(): Promise<void>;
}

export interface AzuriteOptions {
  /** Keep what is stored in files of this folder; in memory if left out. */
  readonly folder?: string;
}

const SERVICES = ["Blob", "Queue", "Table"] as const;
const ACCOUNT = "devstoreaccount1";
const LISTENING = /Azurite (Blob|Queue|Table) service is successfully listening at (\S+)/g;
/** A machine with every core at work starts it in a few seconds. */
const LONGEST_START = 60_000;

/** Starts one on free ports of the loopback address. */
export async function startAzurite({ folder }: AzuriteOptions = {}): Promise<Azurite> {
  const { certificate, key } = await loopbackCertificate();
  const own = mkdtempSync(join(tmpdir(), "azurite-"));
  const certificateFile = join(own, "certificate.pem");
  writeFileSync(certificateFile, certificate);
  writeFileSync(join(own, "key.pem"), key);
  const where = folder === undefined ? ["--inMemoryPersistence"] : ["--location", folder];
  const ports = SERVICES.flatMap((service) => [`--${service.toLowerCase()}Port`, "0"]);
  const tls = ["--oauth", "basic", "--cert", certificateFile, "--key", join(own, "key.pem")];
  const child = spawn(
    supportedNode(),
    [main(), "--silent", "--disableTelemetry", "--skipApiVersionCheck", ...where, ...ports, ...tls],
    { cwd: own, stdio: ["ignore", "pipe", "pipe"] },
  );
  const endpoints = await listening(child);
  return {
    account: ACCOUNT,
    blobEndpoint: `${endpoints.Blob}/${ACCOUNT}`,
    queueEndpoint: `${endpoints.Queue}/${ACCOUNT}`,
    tableEndpoint: `${endpoints.Table}/${ACCOUNT}`,
    credential: loopbackIdentity(),
    tlsOptions: { ca: certificate },
    certificate,
    certificateFile,
    close: async () => {
      if (child.exitCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      rmSync(own, { recursive: true, force: true });
    },
  };
}

function main(): string {
  return join(dirname(packageFile("azurite/package.json")), "dist/src/azurite.js");
}

async function listening(child: ChildProcess): Promise<Record<(typeof SERVICES)[number], string>> {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`Azurite does not answer after ${LONGEST_START / 1000} s:\n${said}`));
    }, LONGEST_START);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = Object.fromEntries([...said.matchAll(LISTENING)].map(([, service, at]) => [service, at]));
      if (SERVICES.some((service) => found[service] === undefined)) return;
      clearTimeout(late);
      resolve(found as Record<(typeof SERVICES)[number], string>);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`Azurite ended with ${code}:\n${said}`));
    });
  });
}
