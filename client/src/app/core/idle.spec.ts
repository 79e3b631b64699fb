import { TestBed } from '@angular/core/testing';
import { signal } from '@angular/core';
import { MINUTE } from '@candour/shared/instant.js';
import { Idle } from './idle';
import { Session } from './session';

describe('A desk nobody sits at', () => {
  const idleMs = 15 * MINUTE;
  let signOut: jasmine.Spy;
  let stop: () => void;

  beforeEach(() => {
    jasmine
      .clock()
      .install()
      .mockDate(new Date(2026, 4, 11, 12));
    signOut = jasmine.createSpy('signOut').and.resolveTo();
    TestBed.configureTestingModule({
      providers: [{ provide: Session, useValue: { current: signal({ idleMs }), signOut, ended: () => undefined } }],
    });
    stop = TestBed.inject(Idle).watch();
  });
  afterEach(() => {
    stop();
    jasmine.clock().uninstall();
  });

  it('is signed out after the time the server allows', () => {
    jasmine.clock().tick(idleMs - MINUTE);
    expect(signOut).not.toHaveBeenCalled();
    jasmine.clock().tick(2 * MINUTE);
    expect(signOut).toHaveBeenCalledWith(false, 'idle');
  });

  it('stays while somebody types', () => {
    jasmine.clock().tick(idleMs - MINUTE);
    dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    jasmine.clock().tick(2 * MINUTE);
    expect(signOut).not.toHaveBeenCalled();
  });
});
