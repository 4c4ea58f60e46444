import type { SourcePosition } from "../../document";
import { type RehearsalView, type Result, resultsOf, severityOrder } from "../view";
import { labelOf } from "../view/resource-label";
import { Sources } from "../view/sources";
import { isStopping } from "../view/stack-summary";
import { command } from "./workflow-command";

/**
 * What was found as workflow commands, which GitHub Actions shows beside the program's lines: the gravest first,
 * because GitHub shows ten errors and ten warnings of a step and drops the rest.
 */
export function githubAnnotations({ stacks, folder }: RehearsalView): string {
  const at = (source: SourcePosition | undefined) =>
    source && { file: [...(folder ? [folder] : []), source.file].join("/"), line: source.line, col: source.column };
  const errors = stacks.flatMap((stack) => {
    const sources = new Sources(stack);
    const stopped =
      stack.programError === undefined
        ? []
        : [command("error", { title: `${stack.stack}: the program stopped` }, stack.programError)];
    const refused = stack.refusals.map(({ urn, code, message }) =>
      command(
        "error",
        { title: `${stack.stack}: Azure refuses ${labelOf(urn).name}: ${code}`, ...at(sources.of(urn)) },
        message,
      ),
    );
    return [...stopped, ...refused];
  });
  const violations = stacks
    .flatMap(resultsOf)
    .filter(({ verdict }) => verdict.outcome === "fail")
    .sort(byGravity)
    .map((result) =>
      command(
        isStopping(result.verdict.level) ? "error" : "warning",
        { title: `${result.stack}: ${result.verdict.rule}`, ...at(result.source) },
        messageOf(result),
      ),
    );
  return [...errors, ...violations].map((line) => `${line}\n`).join("");
}

function byGravity(a: Result, b: Result): number {
  return (
    Number(isStopping(b.verdict.level)) - Number(isStopping(a.verdict.level)) ||
    severityOrder.indexOf(a.verdict.severity) - severityOrder.indexOf(b.verdict.severity)
  );
}

function messageOf({ title, what, fix, url, resource }: Result): string {
  const subject = resource ? `${resource.name} (${resource.type})` : "The stack as a whole";
  return [`${title}`, `${subject}: ${what}`, ...(fix ? [`Fix: ${fix}`] : []), ...(url ? [url] : [])].join("\n");
}
