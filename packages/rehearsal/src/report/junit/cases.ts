import type { StackRehearsal } from "../../document";
import type { Result } from "../view";
import { labelOf } from "../view/resource-label";
import { Sources } from "../view/sources";
import type { Element } from "./xml";

/** A case for each verdict. What a rule says more than once of a resource is numbered, so that names stay apart. */
export function resultCases(results: readonly Result[]): Element[] {
  const told = new Map<string, number>();
  return results.map((result) => {
    const { stack, verdict, resource, source } = result;
    const { pack, rule, urn } = verdict;
    const key = JSON.stringify([rule, urn]);
    const number = (told.get(key) ?? 0) + 1;
    told.set(key, number);
    const subject = resource ? `${resource.name} (${resource.type})` : "the stack as a whole";
    const outcome = outcomeElement(result);
    return {
      name: "testcase",
      attributes: {
        classname: `${stack}.${pack}.${rule}`,
        name: `${rule}: ${subject}${number > 1 ? ` (${number})` : ""}`,
        time: "0.000",
        file: source?.file,
        line: source?.line,
      },
      children: outcome ? [outcome] : [],
    };
  });
}

function outcomeElement({ verdict, title, what, fix, url, waiver }: Result): Element | undefined {
  switch (verdict.outcome) {
    case "pass":
      return undefined;
    case "fail":
      return {
        name: "failure",
        attributes: { message: `${title}: ${what}`, type: `${verdict.severity} ${verdict.level}` },
        text: [
          what,
          ...(fix ? [`Fix: ${fix}`] : []),
          ...(url ? [url] : []),
          ...(verdict.urn === undefined ? [] : [verdict.urn]),
        ].join("\n"),
      };
    case "waived":
      return skipped(waiver ? `Waived until ${waiver.expires} by ${waiver.owner}: ${waiver.what}` : `Waived: ${what}`);
    case "undetermined":
      return skipped(`Undetermined: ${what}`);
    case "not-applicable":
      return skipped(`Not applicable: ${what}`);
  }
}

function skipped(message: string): Element {
  return { name: "skipped", attributes: { message } };
}

/** Whether the program came to its end; nothing where no program ran. */
export function programCase({ stack, mode, programError }: StackRehearsal): Element[] {
  if (mode === "state") return [];
  const [first = ""] = (programError ?? "").trim().split("\n");
  return [
    {
      name: "testcase",
      attributes: { classname: `${stack}.program`, name: "the program ends without an error", time: "0.000" },
      children:
        programError === undefined
          ? []
          : [{ name: "error", attributes: { message: first, type: "program" }, text: programError }],
    },
  ];
}

/** What Azure refuses. */
export function refusalCases(stack: StackRehearsal): Element[] {
  const sources = new Sources(stack);
  return stack.refusals.map(({ urn, code, message }) => {
    const { name, type } = labelOf(urn);
    const source = sources.of(urn);
    return {
      name: "testcase",
      attributes: {
        classname: `${stack.stack}.azure`,
        name: `Azure accepts ${name} (${type})`,
        time: "0.000",
        file: source?.file,
        line: source?.line,
      },
      children: [
        { name: "failure", attributes: { message: `${code}: ${message}`, type: code }, text: `${message}\n${urn}` },
      ],
    };
  });
}
