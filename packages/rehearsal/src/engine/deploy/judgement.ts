import type { Verdict } from "../../document";
import type { Pack } from "../packs/pack";
import { analyzeRequest, analyzeStackRequest } from "../packs/subject";
import type { ResourceState } from "../state/resource-state";
import type { Recorder } from "./recorder";

/** Has the packs judge resources in the order of the engine: all remediations first, then all analyses. */
export class Judgement {
  constructor(
    private readonly packs: () => Promise<readonly Pack[]>,
    private readonly recorder: Recorder,
    private readonly onFailure: (verdict: Verdict) => void,
  ) {}

  /** Remediates and judges a resource before anything is done to it. Changes its inputs; false where it must not be. */
  async allows(resource: ResourceState, provider: ResourceState | undefined): Promise<boolean> {
    const packs = await this.packs();
    for (const pack of packs) if (pack.remediates) await this.remediate(pack, resource, provider);
    const request = analyzeRequest(resource, provider);
    const verdicts = await Promise.all(packs.map((pack) => pack.analyze(request)));
    return this.record(verdicts.flat());
  }

  /** Judges the finished stack; says so where `why` keeps the engine from it. */
  async judgeStack(
    resources: readonly ResourceState[],
    providerOf: (resource: ResourceState) => ResourceState | undefined,
    why: string | undefined,
  ): Promise<void> {
    const request = analyzeStackRequest(resources, providerOf);
    for (const pack of await this.packs()) {
      if (why === undefined) this.record(await pack.analyzeStack(request));
      else
        for (const { name, level, severity } of pack.rules("stack"))
          this.recorder.verdicts.push({
            pack: pack.description.name,
            rule: name,
            outcome: "undetermined",
            level,
            severity,
            message: why,
          });
    }
  }

  private record(verdicts: readonly Verdict[]): boolean {
    this.recorder.verdicts.push(...verdicts);
    const failures = verdicts.filter(({ outcome }) => outcome === "fail");
    for (const verdict of failures) this.onFailure(verdict);
    return !failures.some(({ level }) => level === "mandatory");
  }

  private async remediate(pack: Pack, resource: ResourceState, provider: ResourceState | undefined): Promise<void> {
    const { name, rules } = pack.description;
    for (const { rule, description, inputs, problem } of await pack.remediate(analyzeRequest(resource, provider))) {
      if (problem !== undefined)
        this.recorder.verdicts.push({
          pack: name,
          rule,
          outcome: "undetermined",
          level: "remediate",
          severity: rules.find((r) => r.name === rule)?.severity ?? "unspecified",
          urn: resource.urn,
          message: problem,
        });
      else if (inputs) {
        resource.inputs = inputs;
        this.recorder.line("info", `${name}/${rule} remediated this resource: ${description}`, resource.urn);
      }
    }
  }
}
