import type { Stack } from "../../rule";
import { fails, type Judgement, type StackResource, unknown } from "../../rule";
import { childrenBy } from "../links";

const FILTER = "cognitiveservices:RaiPolicy";

/** A filter's name: what the program or Azure says, else the resource's own, which azure-native takes for children. */
const filtersByName = childrenBy(FILTER, (filter) => {
  const said = [filter.at("raiPolicyName"), filter.at("name")].flatMap(({ text }) => text ?? []);
  return said.length > 0 ? said : [filter.name];
});

/** Judges the content filter that a deployment names, by what it was made from or by its name in the same account. */
export function withFilter(
  deployment: StackResource,
  stack: Stack,
  judge: (filter: StackResource) => Judgement,
): Judgement {
  const name = deployment.at("properties.raiPolicyName");
  if (name.isUnknown) {
    const sources = deployment.sources("properties").flatMap((urn) => stack.find(urn) ?? []);
    const filters = sources.filter(({ azure }) => azure?.type === FILTER);
    const [only] = filters;
    return only !== undefined && filters.length === 1 ? judge(only) : unknown(name.path);
  }
  if (name.text === undefined)
    return fails("properties.raiPolicyName", "missing; must name a content filter of the stack");
  for (const filter of filtersByName(stack).find(deployment, name.text)) return judge(filter);
  return fails(name.path, "names no content filter of this account in the stack");
}
