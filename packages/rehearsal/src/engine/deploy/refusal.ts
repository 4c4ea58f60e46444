import type { Refusal } from "../../document";
import type { CheckFailure } from "../providers/provider";

/** Azure's answer at the end of azure-native's error messages. */
const AZURE_ANSWER = /Status=(\d+)\s+Code="([^"]*)"\s+Message="([\s\S]*)"\s*$/;

/** What refused a resource, taken from the provider's error message. Other providers' errors have status 0. */
export function refusalOf(urn: string, message: string): Refusal {
  const match = AZURE_ANSWER.exec(message);
  if (!match) return { urn, code: "ProviderError", status: 0, message };
  return { urn, status: Number(match[1]), code: match[2] ?? "", message: match[3] ?? message };
}

/** Inputs that the provider does not accept never reach Azure. */
export function refusalOfInputs(urn: string, failures: readonly CheckFailure[]): Refusal {
  const reasons = failures.map(({ property, reason }) => (property ? `${property}: ${reason}` : reason));
  const azure = failures.map(({ reason }) => refusalOf(urn, reason)).find((refusal) => refusal.status > 0);
  return azure ?? { urn, code: "InvalidInput", status: 0, message: reasons.join("; ") };
}
