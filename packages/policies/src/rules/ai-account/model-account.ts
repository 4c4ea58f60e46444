import { anyOf, type Resource } from "../../rule";

/** Whether an account serves models: Foundry and Azure OpenAI do, the single services do not. */
export function servesModels(account: Resource): boolean {
  const kind = account.at("kind");
  return anyOf(kind.isMissing(), kind.isOneOf(["AIServices", "OpenAI"])).is !== "fails";
}
