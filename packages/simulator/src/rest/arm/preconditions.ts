import { textOf } from "../../values";
import type { WorldResource } from "../../world";
import { header, type RestRequest } from "../http/exchange";
import { RestRefusal } from "../http/rest-refusal";

/**
 * Refuses a write whose `If-Match` or `If-None-Match` does not hold. Types without an ETag know only `*`.
 *
 * @throws RestRefusal 412 PreconditionFailed.
 */
export function checkPreconditions(request: RestRequest, existing: WorldResource | undefined): void {
  const [match, noneMatch] = [header(request, "if-match"), header(request, "if-none-match")];
  const etag = textOf(existing?.properties.etag) ?? textOf(existing?.properties.eTag);
  const matches =
    match === undefined || (existing !== undefined && (match === "*" || etag === undefined || etag === match));
  if (matches && !(noneMatch === "*" && existing !== undefined)) return;
  throw new RestRefusal(
    412,
    "PreconditionFailed",
    "The condition of the request's If-Match or If-None-Match header is not met.",
  );
}
