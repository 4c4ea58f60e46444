import { Refusal } from "../world/refusal";

/** 409, for names that exist and operations that meet. */
export function conflict(code: string, message: string): Refusal {
  return new Refusal(409, code, message);
}

/** 400, for requests that Azure does not understand or does not want. */
export function badRequest(code: string, message: string): Refusal {
  return new Refusal(400, code, message);
}
