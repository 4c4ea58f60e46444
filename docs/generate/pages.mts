import { actionsPage } from "./actions.mts";
import { alertsPage } from "./alerts.mts";
import { componentsRegion } from "./components.mts";
import { contentFilterRegion } from "./content-filter.mts";
import { coveragePage } from "./coverage.mts";
import { incidentsPage } from "./incidents.mts";
import { jobsPage } from "./jobs.mts";
import type { Page } from "./page.mts";
import { replayPage } from "./replay.mts";
import { requirementsPage } from "./requirements.mts";
import { ringsPage } from "./rings.mts";
import { rulesPages } from "./rules.mts";
import { runbookAlertLists, runbooksPage } from "./runbooks.mts";
import { secretOwnersRegion } from "./secret-owners.mts";
import { serviceLevelsPage } from "./service-levels.mts";
import { severitiesPage } from "./severities.mts";
import { tagsPage } from "./tags.mts";
import { waiversSchemaFile } from "./waivers-schema.mts";

/** Every generated page, made anew from the code's own rows. */
export async function pages(): Promise<Page[]> {
  return [
    ringsPage(),
    tagsPage(),
    severitiesPage(),
    incidentsPage(),
    alertsPage(),
    serviceLevelsPage(),
    actionsPage(),
    jobsPage(),
    secretOwnersRegion(),
    runbooksPage(),
    ...runbookAlertLists(),
    replayPage(),
    requirementsPage(),
    ...rulesPages(),
    coveragePage(),
    waiversSchemaFile(),
    componentsRegion(),
    contentFilterRegion(),
  ];
}
