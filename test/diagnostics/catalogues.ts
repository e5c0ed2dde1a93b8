// Every code of the program with its entry; the type demands every catalogue.
import type { Code } from '../../src/diagnostics/catalogue.js';
import { commandCatalogue } from '../../src/diagnostics/command-catalogue.js';
import { completenessCatalogue } from '../../src/diagnostics/completeness-catalogue.js';
import { exportsCatalogue } from '../../src/diagnostics/exports-catalogue.js';
import { mappingCatalogue } from '../../src/diagnostics/mapping-catalogue.js';
import type { Entry } from '../../src/diagnostics/fault.js';
import { planCatalogue } from '../../src/diagnostics/plan-catalogue.js';
import { runCatalogue } from '../../src/diagnostics/run-catalogue.js';
import { sponsorCatalogue } from '../../src/diagnostics/sponsor-catalogue.js';

export const catalogues: Readonly<Record<Code, Entry<never>>> = {
  ...planCatalogue,
  ...exportsCatalogue,
  ...mappingCatalogue,
  ...runCatalogue,
  ...commandCatalogue,
  ...completenessCatalogue,
  ...sponsorCatalogue,
};
