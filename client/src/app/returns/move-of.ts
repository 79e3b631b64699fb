import { inject, Injectable } from '@angular/core';
import { Return, type ReturnMove, type ReturnMoveName } from '@candour/shared/returns.js';
import { Api } from '../core/api';

/** What a dialog is opened with: the return, and what is done with it. */
export interface MoveOf {
  readonly of: Return;
  readonly name: ReturnMoveName;
}

@Injectable({ providedIn: 'root' })
export class ReturnMoves {
  private readonly api = inject(Api);

  async make({ of }: MoveOf, move: ReturnMove): Promise<void> {
    await this.api.send('POST', `/api/returns/${of.id}/moves`, Return, move);
  }
}
