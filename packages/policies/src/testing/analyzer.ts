import type {
  Policies,
  ResourceValidation,
  ResourceValidationPolicy,
  StackValidation,
  StackValidationPolicy,
} from "@pulumi/policy";
import type { AnalyzeResponse } from "@pulumi/pulumi/proto/analyzer_pb";
import { analyzeRequest, analyzeStackRequest } from "./requests";
import type { CompleteResource } from "./resource";

/** The name under which the harness serves its pack. */
const PACK = "judge";

type Rpc = (
  call: { request: unknown },
  callback: (error: Error | null | undefined, response?: AnalyzeResponse) => void,
) => Promise<void>;
type RpcMaker = (pack: string, version: string, level: string, policies: Policies) => Rpc;

/** The SDK's functions are there, but its typings leave them out. */
const { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } = require("@pulumi/policy/server") as {
  makeAnalyzeRpcFun: RpcMaker;
  makeAnalyzeStackRpcFun: RpcMaker;
};

/** The configuration of each policy, by name. */
export type PolicyConfigs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The SDK's own Analyze and AnalyzeStack over some policies. */
export interface Analyzer {
  analyze(resource: CompleteResource): Promise<AnalyzeResponse>;
  analyzeStack(resources: readonly CompleteResource[]): Promise<AnalyzeResponse>;
}

/** Serves policies without a network; configurations are given to them as the engine's Configure would. */
export function analyzer(policies: Policies, configs: PolicyConfigs = {}): Analyzer {
  const configured = policies.map((policy) => withConfig(policy, configs[policy.name] ?? {}));
  const analyze = makeAnalyzeRpcFun(PACK, "0.0.0", "advisory", configured);
  const analyzeStack = makeAnalyzeStackRpcFun(PACK, "0.0.0", "advisory", configured);
  return {
    analyze: (resource) => answer(analyze, analyzeRequest(resource)),
    analyzeStack: (resources) => answer(analyzeStack, analyzeStackRequest(resources)),
  };
}

function answer(rpc: Rpc, request: unknown): Promise<AnalyzeResponse> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null | undefined, response?: AnalyzeResponse) =>
      response === undefined || error ? reject(error ?? new Error("No answer")) : resolve(response);
    rpc({ request }, done).catch(reject);
  });
}

type Policy = ResourceValidationPolicy | StackValidationPolicy;

/**
 * The SDK keeps configurations where only its gRPC service can put them, so the arguments' getConfig is exchanged. The
 * defaults of the schema are filled in, which the engine does (pkg/resource/analyzer/config.go).
 */
function withConfig(policy: Policy, given: Readonly<Record<string, unknown>>): Policy {
  const config = { ...defaults(policy), ...given };
  const getConfig = <T extends object>() => ({ ...config }) as T;
  if ("validateStack" in policy)
    return {
      ...policy,
      validateStack: sameType<StackValidation>(policy.validateStack, (args, tell) =>
        policy.validateStack({ ...args, getConfig }, tell),
      ),
    };
  const { validateResource } = policy;
  if (validateResource === undefined) return policy;
  const configured = (validate: ResourceValidation) =>
    sameType<ResourceValidation>(validate, (args, tell) => validate({ ...args, getConfig }, tell));
  return {
    ...policy,
    validateResource: Array.isArray(validateResource) ? validateResource.map(configured) : configured(validateResource),
  };
}

/** Gives a function the type by which the SDK decides whether to call the other. */
function sameType<Validation extends object>(from: Validation, to: Validation): Validation {
  const typed: { __pulumiType?: string } = from;
  return Object.defineProperty(to, "__pulumiType", { get: () => typed.__pulumiType });
}

function defaults(policy: Policy): Record<string, unknown> {
  const properties = Object.entries(policy.configSchema?.properties ?? {});
  return Object.fromEntries(
    properties.flatMap(([name, schema]) => (schema.default === undefined ? [] : [[name, schema.default]])),
  );
}
