import type { LogLine, StackRehearsal, Verdict } from "../../document";
import { rehearsedResource, shownMap } from "../deploy/document";
import type { Pack } from "../packs/pack";
import { ROOT_STACK_TYPE } from "../state/urn";
import { SecretMask } from "../values/secret-mask";
import { secret } from "../values/wire";
import type { ExportedStack } from "./exported-stack";

/** What judging a stack came to. */
interface Judged {
  packs: readonly Pack[];
  verdicts: readonly Verdict[];
  log: readonly LogLine[];
  seconds: number;
}

/** Writes down what the packs found of an exported stack, with every secret hidden. */
export function judgedStack(exported: ExportedStack, stack: string, judged: Judged): StackRehearsal {
  const { resources, sources, secrets } = exported;
  const mask = new SecretMask();
  mask.learn(secrets.map(secret));
  const root = resources.find(({ type }) => type === ROOT_STACK_TYPE);
  return {
    stack,
    mode: "state",
    resources: resources.map((resource) => {
      const source = sources.get(resource.urn);
      return { ...rehearsedResource(resource), ...(source && { source }) };
    }),
    verdicts: judged.verdicts.map((verdict) => ({ ...verdict, message: mask.hide(verdict.message) })),
    outputs: shownMap(root?.outputs ?? {}),
    refusals: [],
    seconds: Math.round(judged.seconds * 1000) / 1000,
    packs: judged.packs.map(({ description }) => description),
    unmodelledTypes: [],
    notes: [...notesOf(exported), ...judged.packs.flatMap(({ notes }) => notes)],
    log: judged.log.map((line) => ({ ...line, message: mask.hide(line.message) })),
  };
}

function notesOf({ resources, pendingDeletes, pendingOperations, secrets }: ExportedStack): string[] {
  const read = resources.filter(({ external }) => external).length;
  return [
    ...(read > 0 ? [`Not judged, because the stack only reads them: ${resourcesWords(read)}.`] : []),
    ...(pendingDeletes > 0
      ? [`Not judged, because they wait for their deletion: ${resourcesWords(pendingDeletes)}.`]
      : []),
    ...(pendingOperations > 0
      ? [`The state has ${pendingOperations} interrupted operations: what they changed in Azure may not be in it.`]
      : []),
    ...(secrets.length > 0
      ? ["The export holds secrets in the clear. They were not judged; export without --show-secrets."]
      : []),
  ];
}

function resourcesWords(count: number): string {
  return count === 1 ? "1 resource" : `${count} resources`;
}
