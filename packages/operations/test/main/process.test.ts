import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type RestDoor, serveRest } from "@ringfence/simulator/rest";
import { createWorld } from "@ringfence/simulator/world";
import { containerOn, tableOn } from "../azure/clients";
import { type Azurite, startAzurite, supportedNode } from "../azurite";
import { environmentOn } from "./on-azurite";

/** The program as it is built and started in Azure: a process of its own, signed in as a managed identity. */
const program = join(__dirname, "..", "..", "bin", "ringfence-operations.js");

/** What a process has loaded of other people's packages when it ends. */
function loadedBy(...words: string[]): string[] {
  const preload = ["--require", join(__dirname, "loaded-packages.cjs")];
  const { stderr, status } = spawnSync(supportedNode(), [...preload, program, ...words], {
    encoding: "utf8",
    env: { PATH: process.env.PATH },
  });
  expect(status).toBe(0);
  return JSON.parse(stderr.split("\n").at(-1) ?? "") as string[];
}

test.each(["--help", "actions", "rotate --help", "sweep-secrets --help", "revoke --help"])(
  "%s starts without the SDK of any service of Azure and without the exporter of telemetry",
  (words) => {
    const loaded = loadedBy(...words.split(" "));
    expect(loaded).toContain("commander");
    const heavy = /^@azure\/(arm-|data-tables|identity|keyvault-|monitor-|msal-|storage-)|^@opentelemetry\/sdk/;
    expect(loaded.filter((name) => heavy.test(name))).toEqual([]);
  },
);

describe("in a process of its own", () => {
  let azurite: Azurite;
  let door: RestDoor;
  beforeAll(async () => {
    azurite = await startAzurite();
    await tableOn(azurite, "journal");
    await containerOn(azurite, "audit");
    door = await serveRest(createWorld());
  }, 60_000);
  afterAll(async () => {
    await door.close();
    await azurite.close();
  });

  async function run(...words: string[]) {
    const child = spawn(supportedNode(), [program, ...words], {
      env: {
        PATH: process.env.PATH,
        ...environmentOn(azurite),
        NODE_EXTRA_CA_CERTS: azurite.certificateFile,
        IDENTITY_ENDPOINT: door.identityEndpoint,
        IDENTITY_HEADER: door.identityHeader,
      },
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    const [code] = (await once(child, "close")) as [number];
    return { code, out, err };
  }

  test("with the managed identity: stopped for a named person, refused without one, and the audit is whole", async () => {
    const stopped = await run("stop", "--reason", "it does harm", "--as", "carol@contoso.example");
    expect(stopped).toMatchObject({ code: 0, out: expect.stringMatching(/^stopped at \d{4}-/) });
    expect(await run("stop", "--reason", "it does harm")).toMatchObject({
      code: 4,
      out: expect.stringContaining("say --as"),
    });
    expect(await run("audit", "verify")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^the audit is whole: 6 records/),
    });
  }, 60_000);
});
