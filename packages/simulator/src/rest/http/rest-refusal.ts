import type { Properties } from "../../values";
import { Refusal } from "../../world";

/** What else a refusal over HTTP says. */
export interface RefusalDetails {
  /** Headers in lower case, such as `retry-after` and `www-authenticate`. */
  headers?: Readonly<Record<string, string>>;
  /** Members of the error object beside its code and message. */
  more?: Properties;
}

/** A refusal with what HTTP says beside it. */
export class RestRefusal extends Refusal {
  constructor(
    status: number,
    code: string,
    reason: string,
    readonly details: RefusalDetails = {},
  ) {
    super(status, code, reason);
    this.name = "RestRefusal";
  }
}
