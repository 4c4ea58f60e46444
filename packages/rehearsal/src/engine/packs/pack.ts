import { credentials, status } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { RehearsedPack, RehearsedRule, Verdict } from "../../document";
import type { StackIdentity } from "../program/node-host";
import { MESSAGE_LIMITS } from "../rpc/limits";
import { isServiceError } from "../rpc/server";
import { unary } from "../rpc/unary";
import { UsageError } from "../usage-error";
import { fromStruct, toStruct } from "../values/struct";
import type { Value, ValueMap } from "../values/wire";
import { levelCode, levelOf, severityOf } from "./levels";
import { type ConfigurablePolicy, effectiveConfig, type PackConfig, unknownPolicies } from "./pack-config";
import type { PackFile } from "./pack-file";
import { type PackProcess, startPack } from "./pack-process";
import { verdictsOf } from "./verdicts";

/** What a remediation did to a resource's inputs, or why it could not. */
export interface Remediation {
  rule: string;
  description: string;
  inputs?: ValueMap;
  problem?: string;
}

/** A policy pack that judges one stack. */
export class Pack {
  readonly notes: string[] = [];
  private readonly client: AnalyzerClient;

  private constructor(
    private readonly process: PackProcess,
    readonly description: RehearsedPack,
  ) {
    this.client = new AnalyzerClient(process.address, credentials.createInsecure(), MESSAGE_LIMITS);
  }

  /** Starts and configures a pack in the order of the engine: ConfigureStack, GetAnalyzerInfo, Configure. */
  static async start(
    file: PackFile,
    config: PackConfig | undefined,
    identity: StackIdentity,
    engineAddress: string,
    onLine: (line: string) => void,
  ): Promise<Pack> {
    const process = await startPack(file, identity, engineAddress, onLine);
    const pack = new Pack(process, { name: "", version: "", rules: [] });
    try {
      await pack.handshake(engineAddress, file);
      await pack.configureStack(identity);
      await pack.configure(file, config);
    } catch (error) {
      await pack.end();
      throw error instanceof UsageError ? error : new UsageError(`policy pack ${file.directory}: ${messageOf(error)}`);
    }
    return pack;
  }

  /** Whether any rule changes inputs. */
  get remediates(): boolean {
    return this.description.rules.some((rule) => rule.level === "remediate");
  }

  /** The rules of one kind that run. */
  rules(judges: RehearsedRule["judges"]): RehearsedRule[] {
    return this.description.rules.filter((rule) => rule.judges === judges && rule.level !== "disabled");
  }

  async remediate(request: messages.AnalyzeRequest): Promise<Remediation[]> {
    const response = await this.asked(
      unary<messages.RemediateResponse>((done) => this.client.remediate(request, done)),
    );
    return response.getRemediationsList().map((remediation) => ({
      rule: remediation.getPolicyname(),
      description: remediation.getDescription(),
      ...(remediation.getDiagnostic() ? { problem: remediation.getDiagnostic() } : {}),
      ...(remediation.getProperties() ? { inputs: fromStruct(remediation.getProperties()) } : {}),
    }));
  }

  /** Judges a resource by its inputs, before anything is done to it. */
  async analyze(request: messages.AnalyzeRequest): Promise<Verdict[]> {
    const rules = this.rules("resource");
    if (rules.length === 0) return [];
    const response = await this.asked(unary<messages.AnalyzeResponse>((done) => this.client.analyze(request, done)));
    return verdictsOf(this.description.name, rules, response, { urn: request.getUrn() });
  }

  /** Judges the finished stack by its resources' outputs. */
  async analyzeStack(request: messages.AnalyzeStackRequest): Promise<Verdict[]> {
    const rules = this.rules("stack");
    if (rules.length === 0) return [];
    const response = await this.asked(
      unary<messages.AnalyzeResponse>((done) => this.client.analyzeStack(request, done)),
    );
    return verdictsOf(this.description.name, rules, response, {});
  }

  async end(): Promise<void> {
    this.client.close();
    await this.process.end();
  }

  /** What a pack cannot answer is a mistake in one of its rules, not a verdict. */
  private async asked<Response>(answer: Promise<Response>): Promise<Response> {
    try {
      return await answer;
    } catch (error) {
      throw new Error(`policy pack ${this.description.name} failed: ${messageOf(error)}`);
    }
  }

  private async handshake(engineAddress: string, file: PackFile): Promise<void> {
    const request = new messages.AnalyzerHandshakeRequest().setEngineAddress(engineAddress);
    request.setRootDirectory(file.directory).setProgramDirectory(file.directory);
    await unlessUnimplemented(unary((done) => this.client.handshake(request, done)));
  }

  private async configureStack(identity: StackIdentity): Promise<void> {
    const request = new messages.AnalyzerStackConfigureRequest();
    request.setStack(identity.stack).setProject(identity.project).setOrganization(identity.organization);
    request.setDryRun(identity.preview).setConfigSecretKeysList(identity.config.secretKeys);
    for (const [key, value] of Object.entries(identity.config.values)) request.getConfigMap().set(key, value);
    await unlessUnimplemented(unary((done) => this.client.configureStack(request, done)));
  }

  private async configure(file: PackFile, config: PackConfig | undefined): Promise<void> {
    const info = await unary<messages.AnalyzerInfo>((done) => this.client.getAnalyzerInfo(new Empty(), done));
    const policies = info.getPoliciesList().map(configurable);
    const problems: string[] = [];
    const effective = effectiveConfig(policies, [initialConfig(info), config ?? {}], problems);
    if (problems.length > 0)
      throw new UsageError(problems.map((problem) => `policy pack ${info.getName()}: ${problem}`).join("\n"));
    const unknown = unknownPolicies(policies, config ?? {});
    if (unknown.length > 0)
      this.notes.push(
        `The configuration of policy pack ${info.getName()} names policies that it does not have: ${unknown.join(", ")}.`,
      );
    const request = new messages.ConfigureAnalyzerRequest();
    for (const [name, { level, properties }] of effective)
      request
        .getPolicyconfigMap()
        .set(
          name,
          new messages.PolicyConfig()
            .setEnforcementlevel(levelCode(level))
            .setProperties(toStruct(properties as Record<string, Value>)),
        );
    await unary((done) => this.client.configure(request, done));
    this.description.name = info.getName();
    this.description.version = file.version ?? info.getVersion();
    this.description.rules = info
      .getPoliciesList()
      .map((policy) => ruleOf(policy, effective.get(policy.getName())?.level));
  }
}

function configurable(policy: messages.PolicyInfo): ConfigurablePolicy {
  const schema = policy.getConfigschema();
  return {
    name: policy.getName(),
    level: levelOf(policy.getEnforcementlevel()),
    ...(schema
      ? { schema: { properties: fromStruct(schema.getProperties()), required: schema.getRequiredList() } }
      : {}),
  };
}

function initialConfig(info: messages.AnalyzerInfo): PackConfig {
  return Object.fromEntries(
    [...info.getInitialconfigMap().entries()].map(([name, config]) => [
      name,
      { level: levelOf(config.getEnforcementlevel()), properties: fromStruct(config.getProperties()) },
    ]),
  );
}

function ruleOf(policy: messages.PolicyInfo, level: Verdict["level"] | undefined): RehearsedRule {
  return {
    name: policy.getName(),
    title: policy.getDisplayname() || policy.getName(),
    description: policy.getDescription(),
    severity: severityOf(policy.getSeverity()),
    level: level ?? levelOf(policy.getEnforcementlevel()),
    ...(policy.getRemediationSteps() ? { fix: policy.getRemediationSteps() } : {}),
    ...(policy.getUrl() ? { url: policy.getUrl() } : {}),
    judges: policy.getPolicyType() === messages.PolicyType.POLICY_TYPE_STACK ? "stack" : "resource",
  };
}

/** Packs built with older SDKs lack the newer calls, and the engine does without. */
async function unlessUnimplemented(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isServiceError(error) || error.code !== status.UNIMPLEMENTED) throw error;
  }
}

function messageOf(error: unknown): string {
  return isServiceError(error) ? error.details : error instanceof Error ? error.message : String(error);
}
