import type { ReportingDescriptor } from "sarif";
import type { RehearsedRule } from "../../document";
import { severityOrder } from "../view";
import { titleOf } from "../view/rule-title";
import { configurationOf, severityProperties } from "./severity";

/** GitHub cuts longer descriptions off. */
const LONGEST_DESCRIPTION = 1024;

/** A rule as SARIF describes it, from what each stack's pack says of it. */
export function ruleDescriptor(
  pack: string,
  stated: readonly [RehearsedRule, ...RehearsedRule[]],
): ReportingDescriptor {
  const [rule] = stated;
  const title = titleOf(rule.name, rule);
  const severity = severityOrder.find((grave) => stated.some((one) => one.severity === grave)) ?? "unspecified";
  const description = cut(rule.description || title);
  const link = rule.url && /^https?:\/\//.test(rule.url) ? rule.url : undefined;
  return {
    id: rule.name,
    ...nameOf(rule.name),
    shortDescription: { text: title },
    fullDescription: { text: description },
    help: {
      text: [description, ...(rule.fix ? [`Fix: ${rule.fix}`] : []), ...(link ? [link] : [])].join("\n\n"),
      markdown: [
        escaped(description),
        ...(rule.fix ? [`**Fix:** ${escaped(rule.fix)}`] : []),
        ...(link ? [`[About this rule](<${link}>)`] : []),
      ].join("\n\n"),
    },
    ...(link ? { helpUri: link } : {}),
    defaultConfiguration: configurationOf(stated),
    properties: {
      ...severityProperties(severity),
      tags: ["security", "policy", pack],
      severity,
      judges: rule.judges,
    },
  };
}

/** `key-expires` as `KeyExpires`, the form that SARIF asks of names; none where it would only repeat the id. */
function nameOf(id: string): Pick<ReportingDescriptor, "name"> {
  const words = id.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return words.length < 2 ? {} : { name };
}

function cut(text: string): string {
  return text.length <= LONGEST_DESCRIPTION ? text : `${text.slice(0, LONGEST_DESCRIPTION - 1)}…`;
}

/** Text that Markdown shows as it is. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>]/g, "\\$&");
}
