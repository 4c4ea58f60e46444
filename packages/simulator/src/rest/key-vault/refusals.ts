import { RestRefusal } from "../http/rest-refusal";

const HELP =
  "If you recently deleted this secret you may be able to recover it using the correct recovery command. For help " +
  "resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182";

/** 404 for a secret, a version or a deleted secret that is not there. */
export function secretNotFound(name: string): RestRefusal {
  return new RestRefusal(
    404,
    "SecretNotFound",
    `A secret with (name/id) ${name} was not found in this key vault. ${HELP}`,
  );
}

/** 403 for what a caller may do in general, but not with this item. */
export function forbidden(inner: string, message: string): RestRefusal {
  return new RestRefusal(403, "Forbidden", message, { more: { innererror: { code: inner } } });
}

/** 409 for a name that a deleted secret holds. */
export function deletedButRecoverable(name: string): RestRefusal {
  return new RestRefusal(
    409,
    "Conflict",
    `Secret ${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the ` +
      "secret can only be recovered or purged.",
    { more: { innererror: { code: "ObjectIsDeletedButRecoverable" } } },
  );
}

/** 400 for what is not understood. */
export function badParameter(message: string): RestRefusal {
  return new RestRefusal(400, "BadParameter", message);
}
