import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import { Live } from './live';
import { Session } from './session';

/** No desk is served where specs run: the socket is real, and nobody is at its other end. */
describe('The line to a desk that is not there', () => {
  let live: Live;
  let left: Subject<void>;

  beforeEach(() => {
    left = new Subject();
    TestBed.configureTestingModule({
      providers: [{ provide: Session, useValue: { left, csrf: signal('token'), ended: () => undefined } }],
    });
    live = TestBed.inject(Live);
  });
  afterEach(() => live.disconnect());

  const offline = () =>
    expectAsync(live.ask('queue:show', {})).toBeRejectedWith(jasmine.objectContaining({ message: 'offline' }));

  it('refuses to ask before it was opened', async () => {
    expect(live.state()).toBe('off');
    await offline();
  });

  it('is lost, keeps trying, and asks nothing meanwhile', async () => {
    await live.connect();
    while (live.state() === 'connecting') await new Promise((resolve) => setTimeout(resolve));
    expect(live.state()).toBe('lost');
    expect(live.connections()).toBe(0);
    await offline();
    live.tell('typing', { conversationId: 'c', on: true });
  });

  it('is let go by who leaves', async () => {
    await live.connect();
    left.next();
    expect(live.state()).toBe('off');
  });
});
