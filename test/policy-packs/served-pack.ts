import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  type AnalyzeResponse,
  type AnalyzerInfo,
  AnalyzerStackConfigureRequest,
  ConfigureAnalyzerRequest,
  type EnforcementLevel,
  PolicyConfig,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { complete, type JudgedResource } from "@ringfence/policies/testing";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { analyzeRequest, analyzeStackRequest } from "../../packages/policies/src/testing/requests";

export const root = join(__dirname, "../..");
const host = join(root, "node_modules/@pulumi/pulumi/cmd/run-policy-pack");

/** A pack in a process of its own, run by Pulumi's own host and spoken to as the engine speaks. */
export interface ServedPack {
  info(): Promise<AnalyzerInfo>;
  configure(configs: Record<string, { level: EnforcementLevel; properties?: Record<string, unknown> }>): Promise<void>;
  analyze(resource: JudgedResource): Promise<AnalyzeResponse>;
  analyzeStack(resources: JudgedResource[]): Promise<AnalyzeResponse>;
  stop(): void;
}

/** Starts a pack for a stack, with the environment that the engine gives. */
export async function servePack(pack: string, stack: string, env: Record<string, string> = {}): Promise<ServedPack> {
  const directory = join(root, "policy-packs", pack);
  if (!existsSync(join(directory, "dist/index.js"))) throw new Error(`${pack} is not built: npm run build`);
  const child = spawn(process.execPath, [host, "127.0.0.1:1", "."], {
    cwd: directory,
    env: {
      ...process.env,
      PULUMI_PROJECT: "claims",
      PULUMI_STACK: stack,
      PULUMI_CONFIG: "{}",
      PULUMI_DRY_RUN: "true",
      ...env,
    },
  });
  const client = new AnalyzerClient(`127.0.0.1:${await portOf(child)}`, credentials.createInsecure());
  await ask((done) => client.configureStack(new AnalyzerStackConfigureRequest(), done));
  return {
    info: () => ask<AnalyzerInfo>((done) => client.getAnalyzerInfo(new Empty(), done)),
    configure: async (configs) => {
      const request = new ConfigureAnalyzerRequest();
      for (const [name, { level, properties = {} }] of Object.entries(configs)) {
        const config = new PolicyConfig();
        config.setEnforcementlevel(level);
        config.setProperties(Struct.fromJavaScript(properties as Record<string, string>));
        request.getPolicyconfigMap().set(name, config);
      }
      await ask((done) => client.configure(request, done));
    },
    analyze: (resource) => {
      const [completed] = complete([resource], stack);
      if (completed === undefined) throw new Error("There is one resource");
      return ask<AnalyzeResponse>((done) => client.analyze(analyzeRequest(completed), done));
    },
    analyzeStack: (resources) =>
      ask<AnalyzeResponse>((done) => client.analyzeStack(analyzeStackRequest(complete(resources, stack)), done)),
    stop: () => {
      client.close();
      child.kill("SIGKILL");
    },
  };
}

/** The port is the first line that the host prints. */
function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let errors = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once("exit", (code) => reject(new Error(`The pack ended with ${code}: ${errors}`)));
  });
}

type Done<Response> = (error: Error | null, response: Response) => void;

function ask<Response>(call: (done: Done<Response>) => unknown): Promise<Response> {
  return new Promise((resolve, reject) => {
    call((error, response) => (error ? reject(error) : resolve(response)));
  });
}
