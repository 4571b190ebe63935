-- Five years of a flow are a series; two figures of a stock at one moment contradict each other.
alter table observatory.indicator
  add column measure text not null default 'flow' check (measure in ('stock', 'flow'));
comment on table observatory.indicator is 'What is measured, in which unit, and the dimensions it should be broken down by. measure: stock counts what is there at a moment, flow what happens in a period.';
