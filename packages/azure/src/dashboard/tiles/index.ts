import type { Section } from "../tile";
import { alertsSection } from "./alerts";
import { costSection } from "./cost";
import { modelsSection, quotaSection } from "./models";
import { requestsSection } from "./requests";
import { secretsSection } from "./secrets";

/** The dashboard's catalogue, top to bottom: what is wrong, what users feel, what it stands on, what it costs. */
export const sections: readonly Section[] = [
  alertsSection,
  requestsSection,
  modelsSection,
  quotaSection,
  secretsSection,
  costSection,
];
