import type { FrameworkControl } from "../rule";

/** A control of Microsoft's cloud security benchmark that PSRule.Rules.Azure publishes for its rule of this name. */
export function benchmarkControl(control: string, psrule: string): FrameworkControl {
  return { framework: "MCSB", version: "v1", control, source: `PSRule.Rules.Azure, ${psrule}` };
}
