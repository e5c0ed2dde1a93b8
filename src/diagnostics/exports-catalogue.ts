import { entry } from './fault.js';

export const exportsCatalogue = {
};
