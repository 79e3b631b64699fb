import { Injectable } from '@nestjs/common';
import { Keeper, notPersonal, type RecordKeeper } from '../privacy/record-keeper.js';
import { ConnectorRow } from './connector.entity.js';

@Keeper()
@Injectable()
export class ConnectorsKeeper implements RecordKeeper {
  readonly name = 'connectors';
  readonly personal = [];
  readonly swept = [];
  readonly notPersonal = [
    notPersonal(ConnectorRow, 'all', 'How far a shop was read, and what was wrong in codes; nothing of an order.'),
  ];
}
