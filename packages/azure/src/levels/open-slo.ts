import { fromOpenSlo } from "@ringfence/core/levels";
import type { ServiceObjectiveArgs } from "./objective";

/**
 * The objectives that OpenSLO v1 documents say of a service, as ServiceLevels takes them. Nothing is guessed: what
 * cannot be measured or alerted on here is refused, with its place in the documents.
 *
 * @param yaml The documents, as one YAML stream.
 * @param service The service's name in them. It can be left out where they are of one service.
 * @throws OpenSloRefused with every problem of the documents, RangeError where they have no such service.
 */
export function openSloObjectives(yaml: string, service?: string): ServiceObjectiveArgs[] {
  const services = fromOpenSlo(yaml);
  const names = services.map((read) => read.service);
  const found =
    service === undefined && services.length === 1 ? services[0] : services.find((read) => read.service === service);
  if (found === undefined) {
    const asked = service === undefined ? "the documents are of several services" : `no SLO is of ${service}`;
    throw new RangeError(`${asked}; name one of ${names.join(", ")}`);
  }
  return found.objectives.map(({ only, alerts, windows, ...objective }) => ({
    ...objective,
    ...(only && { only: [...only] }),
    ...(alerts && { alerts: [...alerts] }),
    ...(windows && { windows: [...windows] }),
  }));
}
