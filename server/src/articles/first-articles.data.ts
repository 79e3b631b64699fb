import type { WriteArticle } from '@candour/shared/articles.js';
import { damage } from './first/damage.data.js';
import { privacy } from './first/privacy.data.js';
import { returns } from './first/returns.data.js';
import { tracking } from './first/tracking.data.js';

export const firstArticles: readonly WriteArticle[] = [privacy, returns, damage, tracking];
