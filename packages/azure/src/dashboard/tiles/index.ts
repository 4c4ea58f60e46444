import type { Section } from "../tile";
import { alertsSection } from "./alerts";
import { costSection } from "./cost";
import { incidentsSection } from "./incidents";
import { levelsSection } from "./levels";
import { modelsSection } from "./models";
import { otherModelsSection } from "./other-models";
import { overviewSection } from "./overview";
import { quotaSection } from "./quota";
import { requestsSection } from "./requests";
import { safetySection } from "./safety";
import { secretsSection } from "./secrets";
import { versionsSection } from "./versions";

/** The dashboard's catalogue, top to bottom: what is wrong, what users feel, what it stands on, what it costs. */
export const sections: readonly Section[] = [
  overviewSection,
  alertsSection,
  incidentsSection,
  levelsSection,
  requestsSection,
  versionsSection,
  modelsSection,
  otherModelsSection,
  quotaSection,
  safetySection,
  secretsSection,
  costSection,
];
