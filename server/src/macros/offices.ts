import type { Language } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import { HoursService } from '../hours/hours.service.js';

/** Whether the offices are open, asked once for many conversations. */
@Injectable()
export class Offices {
  constructor(private readonly hours: HoursService) {}

  /** Answers for each language whether its office is open now. */
  async now(): Promise<(language: Language) => boolean> {
    const opening = await this.hours.opening();
    return (language) => opening.get(language)?.open === true;
  }
}
