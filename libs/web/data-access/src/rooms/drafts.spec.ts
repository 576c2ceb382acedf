import { TestBed } from '@angular/core/testing';
import { LOCAL_STORAGE } from '../client/browser-storage';
import { Drafts } from './drafts';

describe('Drafts', () => {
  beforeEach(() => localStorage.clear());

  it('keeps a draft by person and room, also for the next page', () => {
    TestBed.inject(Drafts).write('ana', 'room-1', 'half a thou');
    TestBed.resetTestingModule();
    const drafts = TestBed.inject(Drafts);
    expect(drafts.read('ana', 'room-1')).toBe('half a thou');
    expect(drafts.read('ana', 'room-2')).toBe('');
    expect(drafts.read('ben', 'room-1')).toBe('');
  });

  it('forgets what was emptied, and on signing out what was that person’s alone', () => {
    const drafts = TestBed.inject(Drafts);
    drafts.write('ana', 'room-1', 'x');
    drafts.write('ana', 'room-1', '  ');
    expect(localStorage.length).toBe(0);
    drafts.write('ana', 'room-1', 'x');
    drafts.write('ben', 'room-1', 'y');
    drafts.forget('ana');
    expect([drafts.read('ana', 'room-1'), drafts.read('ben', 'room-1')]).toEqual(['', 'y']);
  });

  it('keeps no more than 200, the latest', () => {
    jest.useFakeTimers();
    const drafts = TestBed.inject(Drafts);
    for (let room = 0; room < 205; room++) {
      jest.setSystemTime(1_000 + room);
      drafts.write('ana', `room-${room}`, 'x');
    }
    jest.useRealTimers();
    expect(localStorage.length).toBe(200);
    expect([drafts.read('ana', 'room-4'), drafts.read('ana', 'room-5')]).toEqual(['', 'x']);
  });

  it('keeps a draft for the page where the browser keeps nothing, and reads nothing strange', () => {
    localStorage.setItem('parley.draft.ana.room-1', '{"text":5}');
    localStorage.setItem('parley.draft.ana.room-2', 'no JSON');
    const drafts = TestBed.inject(Drafts);
    expect([drafts.read('ana', 'room-1'), drafts.read('ana', 'room-2')]).toEqual(['', '']);
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [{ provide: LOCAL_STORAGE, useValue: null }] });
    const unkept = TestBed.inject(Drafts);
    unkept.write('ana', 'room-1', 'x');
    expect(unkept.read('ana', 'room-1')).toBe('x');
    unkept.forget('ana');
    expect(unkept.read('ana', 'room-1')).toBe('');
  });
});
