import type { TokenCredential } from "@azure/core-auth";
import {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  RestError,
} from "@azure/core-rest-pipeline";
import { type ClientSettings, clientOptions } from "../azure/client-options";
import type { AlertRecord, AlertSource } from "./alert-record";

const API_VERSION = "2023-07-12-preview";

/** The most that Azure gives in one page. */
const PAGE = 250;

/** Where the alerts are and who asks. */
export interface AzureAlertsArgs {
  /** Resource Manager's address, without a slash at its end. */
  readonly resourceManager: string;
  /** The Azure id below which alerts are listed. */
  readonly scope: string;
  readonly credential: TokenCredential;
}

interface Page {
  readonly value: readonly AlertRecord[];
  readonly nextLink?: string;
}

/**
 * The alerts of a scope. Alerts Management has no client library that is not a preview, so this is Azure's common
 * pipeline with one request.
 */
export function azureAlerts(args: AzureAlertsArgs, settings: ClientSettings = {}): AlertSource {
  const { resourceManager, scope, credential } = args;
  const { additionalPolicies, ...options } = clientOptions(settings);
  const pipeline = createPipelineFromOptions(options);
  for (const { policy } of additionalPolicies) pipeline.addPolicy(policy, { afterPhase: "Retry" });
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: `${resourceManager}/.default` }));
  const client = createDefaultHttpClient();
  const page = async (url: string): Promise<Page> => {
    const headers = createHttpHeaders({ accept: "application/json" });
    const request = createPipelineRequest({ url, headers });
    const response = await pipeline.sendRequest(client, request);
    if (response.status === 200) return JSON.parse(response.bodyAsText ?? "") as Page;
    const message = `listing the alerts of ${scope} was answered ${response.status}`;
    throw new RestError(message, { statusCode: response.status, request, response });
  };
  return {
    changedSince: async function* (moment) {
      const query = new URLSearchParams({
        "api-version": API_VERSION,
        timeRange: "30d",
        sortBy: "lastModifiedDateTime",
        sortOrder: "desc",
        pageCount: String(PAGE),
      });
      let next: string | undefined =
        `${resourceManager}${scope}/providers/Microsoft.AlertsManagement/alerts?${query.toString()}`;
      while (next !== undefined && next !== "") {
        const { value, nextLink }: Page = await page(next);
        for (const alert of value) {
          if (Date.parse(alert.properties.essentials.lastModifiedDateTime) < moment.getTime()) return;
          yield alert;
        }
        next = nextLink === undefined ? undefined : withinManager(nextLink, resourceManager);
      }
    },
  };
}

/** A page's link to the next one; a token goes to no other host than Resource Manager's. */
function withinManager(link: string, resourceManager: string): string {
  if (new URL(link).origin === new URL(resourceManager).origin) return link;
  throw new Error(`the list of alerts goes on at ${new URL(link).origin}, which is not ${resourceManager}`);
}
