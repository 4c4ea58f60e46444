import { isOver, type MessageForm } from "./message";

/**
 * Azure Monitor's common alert schema, for tools that take Azure's own alerts in (azure-docs, alerts-common-schema).
 * `alertId` is the incident's id, so that the message that it is over closes what the first one opened.
 */
export const commonAlertSchemaMessage: MessageForm = (message, address) => ({
  url: address,
  headers: {},
  body: {
    schemaId: "azureMonitorCommonAlertSchema",
    data: {
      essentials: {
        alertId: message.incident,
        originAlertId: message.incident,
        alertRule: message.title,
        severity: message.severity,
        signalType: "Log",
        monitorCondition: isOver(message) ? "Resolved" : "Fired",
        monitoringService: "Ringfence",
        alertTargetIDs: message.targets,
        configurationItems: message.targets.map((target) => target.slice(target.lastIndexOf("/") + 1)),
        firedDateTime: message.openedAt,
        ...(message.resolvedAt && { resolvedDateTime: message.resolvedAt }),
        description: message.text,
        essentialsVersion: "1.0",
        alertContextVersion: "1.0",
      },
      alertContext: { because: message.because, state: message.state, ...Object.fromEntries(message.facts) },
      customProperties: {
        service: message.service,
        ring: message.ring,
        ...(message.runbookUrl && { runbook: message.runbookUrl }),
      },
    },
  },
});
