import { entry } from './fault.js';

export const runCatalogue = {
};
