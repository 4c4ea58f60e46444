import { allOf, anyOf, stackRule } from "../../rule";
import { sendsLogs } from "../links";

export const gatewayLogs = stackRule({
  id: "gateway-logs",
  title: "The gateway logs who calls the models how often",
  covers: ["prowler-apim_threat_detection_llm_jacking"],
  requirements: ["OE-R9"],
  severity: "high",
  appliesTo: "apimanagement:ApiManagementService",
  holds: (gateway, { stack }) =>
    sendsLogs(gateway, stack, (log) =>
      allOf(
        log.at("enabled").is(true),
        anyOf(log.at("category").is("GatewayLogs"), log.at("categoryGroup").is("allLogs")),
      ),
    ),
  fix: "Add a monitor.DiagnosticSetting for the gateway with category GatewayLogs or categoryGroup allLogs enabled.",
  why: "Stolen keys are used for models at somebody else's cost; only these logs show one caller's calls add up. Found when everything exists.",
});
