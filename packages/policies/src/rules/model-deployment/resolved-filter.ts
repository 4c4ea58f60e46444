import { fails, type Judgement, type Stack, type StackResource, unknown } from "../../rule";
import { accountOf, childrenBy } from "../links";

const FILTER = "cognitiveservices:RaiPolicy";

/** The names that the program or Azure says a filter has. */
const namesOf = (filter: StackResource) =>
  [filter.at("raiPolicyName"), filter.at("name")].flatMap(({ text }) => text?.toLowerCase() ?? []);

/** Filters by name; where none is said, by the resource's own, which azure-native takes for children. */
const filtersByName = childrenBy(FILTER, (filter) => {
  const said = namesOf(filter);
  return said.length > 0 ? said : [filter.name];
});

/** Judges the content filter that a deployment names, by what it was made from or by its name in the same account. */
export function withFilter(
  deployment: StackResource,
  stack: Stack,
  judge: (filter: StackResource) => Judgement,
): Judgement {
  const name = deployment.asked.at("properties.raiPolicyName");
  if (!name.isUnknown && name.text === undefined)
    return fails("properties.raiPolicyName", "missing; must name a content filter of the stack");
  const source = madeFrom(deployment, stack, name.text?.toLowerCase());
  if (source !== undefined) return judge(source);
  if (name.text === undefined) return unknown(name.path);
  for (const filter of filtersByName(stack).find(deployment, name.text)) return judge(filter);
  return fails(name.path, "names no content filter of this account in the stack");
}

/** The one filter that the deployment's properties were made from, unless its name or account is another one. */
function madeFrom(deployment: StackResource, stack: Stack, name: string | undefined): StackResource | undefined {
  const sources = deployment.sources("properties").flatMap((urn) => stack.find(urn) ?? []);
  const filters = sources.filter(({ azure }) => azure?.type === FILTER);
  const [only] = filters;
  if (only === undefined || filters.length > 1) return undefined;
  const said = namesOf(only);
  if (name !== undefined && said.length > 0 && !said.includes(name)) return undefined;
  const [own, others] = [accountOf(deployment, stack), accountOf(only, stack)];
  return own === undefined || others === undefined || own === others ? only : undefined;
}
