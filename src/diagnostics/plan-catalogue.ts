import { entry } from './fault.js';

export const planCatalogue = {
};
