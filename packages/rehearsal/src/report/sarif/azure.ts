import type { Invocation, ReportingDescriptor, Result as SarifResult } from "sarif";
import type { StackRehearsal } from "../../document";
import { labelOf } from "../view/resource-label";
import { Sources } from "../view/sources";
import type { Fingerprints } from "./fingerprint";
import { locationOf } from "./location";

/** The one rule that is not a pack's: Azure itself refuses a resource. */
export const refusedByAzure: ReportingDescriptor = {
  id: "refused-by-azure",
  name: "RefusedByAzure",
  shortDescription: { text: "Azure refuses the resource" },
  fullDescription: { text: "Azure, or a provider before it, does not accept the resource as the program declares it." },
  help: { text: "Read Azure's own words in the result: they name the property, the quota or the missing resource." },
  defaultConfiguration: { enabled: true, level: "error" },
  properties: { tags: ["azure"] },
};

/** What Azure refuses in a stack. */
export function refusalResults(
  stack: StackRehearsal,
  folder: string | undefined,
  fingerprints: Fingerprints,
): SarifResult[] {
  const sources = new Sources(stack);
  return stack.refusals.map(({ urn, code, status, message }) => {
    const { name, type } = labelOf(urn);
    return {
      ruleId: refusedByAzure.id,
      ruleIndex: 0,
      kind: "fail",
      level: "error",
      message: { text: `${stack.stack}: ${name} (${type}): ${code}: ${message}` },
      locations: [locationOf({ stack: stack.stack, urn, name, source: sources.of(urn) }, folder)],
      partialFingerprints: fingerprints.of(stack.stack, `${refusedByAzure.id}/${code}`, urn),
      properties: { stack: stack.stack, code, status },
    };
  });
}

/** The run of one stack: whether its program came to its end, and its error where it did not. */
export function invocationOf({ stack, mode, programError }: StackRehearsal): Invocation {
  return {
    executionSuccessful: programError === undefined,
    ...(programError !== undefined && {
      toolExecutionNotifications: [{ level: "error", message: { text: `${stack}: ${programError}` } }],
    }),
    properties: { stack, mode },
  };
}
