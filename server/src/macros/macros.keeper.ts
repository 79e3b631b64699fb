import { Injectable } from '@nestjs/common';
import { Keeper, notPersonal, type RecordKeeper } from '../privacy/record-keeper.js';
import { AutomationMark, AutomationRow, AutomationRunRow } from './automation.entity.js';
import { MacroRow } from './macro.entity.js';

@Keeper()
@Injectable()
export class MacrosKeeper implements RecordKeeper {
  readonly name = 'macros';
  readonly personal = [];
  readonly notPersonal = [
    notPersonal(MacroRow, 'all', 'Work that is done often; whoever wrote one for themselves stands there by id.'),
    notPersonal(AutomationRow, 'all', 'Rules of the desk.'),
    notPersonal(AutomationRunRow, 'all', 'Ids, numbers and dates of the work on conversations; gone after 90 days.'),
    notPersonal(AutomationMark, 'all', 'Up to when the automations have looked.'),
  ];
  readonly swept = [];
}
