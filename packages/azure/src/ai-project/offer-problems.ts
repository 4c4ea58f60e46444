import type { Problem } from "@ringfence/core/problems";
import { under } from "@ringfence/core/problems";
import type { RingContext } from "../ring/context";
import type { AiProjectArgs } from "./args";
import { opens } from "./deployment-problems";
import type { ModelDeploymentArgs } from "./model-deployment";
import { type OfferFinding, offerFindings } from "./offer-findings";

/** What Azure does not offer, or the ring does not take, of one deployment; unless an opening says that it does. */
export function offerProblems(row: ModelDeploymentArgs, region: string, ring: RingContext, today: Date): Problem[] {
  return offerFindings(row, region, ring, today)
    .filter((finding) => finding.refused && !opens(row, finding.opening))
    .map(({ path, problem, opening }) => ({
      path,
      problem: `${problem}; or name the opening "${opening}" with its reason`,
    }));
}

/** What is worth knowing of the deployments' models without being wrong; openings silence what they are about. */
export function offerWarnings({ models, ring, region }: AiProjectArgs, today: Date): Problem[] {
  return models.flatMap((row, index) =>
    under(
      `models[${index}]`,
      offerFindings(row, region ?? ring.location, ring, today).filter((finding) => isWarning(row, finding)),
    ),
  );
}

function isWarning(row: ModelDeploymentArgs, { refused, opening }: OfferFinding): boolean {
  return !refused && !opens(row, opening);
}
