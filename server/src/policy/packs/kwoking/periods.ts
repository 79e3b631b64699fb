import type { RetentionClass } from '@candour/shared/policy.js';
import type { PeriodRow } from '../../pack.rules.js';
import { housePeriods } from './periods.house.js';
import { servicePeriods } from './periods.service.js';

/** The table of periods: what is kept how long, counted from when, and what happens then. */
export const periods: Readonly<Record<RetentionClass, PeriodRow>> = { ...servicePeriods, ...housePeriods };
