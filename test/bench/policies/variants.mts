import { createRequire } from "node:module";
import type { Policies, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { judgeStack } from "@ringfence/policies/judge";
import { policiesOf, Session } from "@ringfence/policies/pack";
import { rules } from "@ringfence/policies/rules";
import { analyzeRequest, analyzeStackRequest, type CompleteResource } from "@ringfence/policies/testing";

/** Who judges. */
export const Variant = {
  /** As many rules as ours that do nothing, through the SDK: what no pack can be quicker than without leaving rules out. */
  EmptyRules: "empty rules, SDK",
  /** The pack `everything` through the SDK. */
  Everything: "everything, SDK",
  /** The same rules without the SDK, as for a stack's state. */
  Direct: "everything, direct",
} as const;
export type Variant = (typeof Variant)[keyof typeof Variant];

/** The seconds of processor time that judging took: what is known of each resource before it exists, and what the stack came to. */
export interface Taken {
  resources: number;
  stack: number;
}

/** Makes the judging of some resources, ready to be timed. */
export function prepared(variant: Variant, resources: readonly CompleteResource[]): () => Promise<Taken> {
  const now = new Date();
  if (variant !== Variant.Direct)
    return throughSdk(variant === Variant.Everything ? everything(now) : empty(), resources);
  return async () => ({ resources: 0, stack: await timed(() => judgeStack(rules, { resources, now, ring: "prod" })) });
}

type Rpc = (call: { request: unknown }, callback: (error?: Error | null) => void) => Promise<void>;
type RpcMaker = (pack: string, version: string, level: string, policies: Policies) => Rpc;

/** The SDK's functions are there, but its typings leave them out. */
const { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } = createRequire(import.meta.url)("@pulumi/policy/server") as {
  makeAnalyzeRpcFun: RpcMaker;
  makeAnalyzeStackRpcFun: RpcMaker;
};

/** One request for each resource, then one for the stack, as the engine makes them; making them is not timed. */
function throughSdk(policies: Policies, resources: readonly CompleteResource[]): () => Promise<Taken> {
  const analyze = makeAnalyzeRpcFun("bench", "0.0.0", "advisory", policies);
  const analyzeStack = makeAnalyzeStackRpcFun("bench", "0.0.0", "advisory", policies);
  const requests = resources.map(analyzeRequest);
  const stackRequest = analyzeStackRequest(resources);
  const answered = (rpc: Rpc, request: unknown) =>
    new Promise<void>((resolve, reject) => {
      rpc({ request }, (error) => (error ? reject(error) : resolve())).catch(reject);
    });
  return async () => ({
    resources: await timed(async () => {
      for (const request of requests) {
        await answered(analyze, request);
        // The engine's next request comes in a later turn of the event loop.
        await new Promise(setImmediate);
      }
    }),
    stack: await timed(() => answered(analyzeStack, stackRequest)),
  });
}

/** Processor time of the whole process, which other work on the machine disturbs less than the clock on the wall. */
async function timed(run: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function everything(now: Date): Policies {
  const environment = { project: "bench", stack: "prod", config: {}, folders: [] };
  return policiesOf(rules, new Session({ environment, rules, now: () => now }));
}

function empty(): Policies {
  return rules.map((rule): ResourceValidationPolicy | StackValidationPolicy => {
    const about = { name: rule.id, description: rule.title, enforcementLevel: "mandatory" } as const;
    return rule.level === "resource"
      ? { ...about, validateResource: () => undefined }
      : { ...about, validateStack: () => undefined };
  });
}
