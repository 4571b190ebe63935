-- Every few seconds somebody asks which notices have not been mailed: few rows, whatever was told over the years.
create index on accounts.notice (account) where mailed_at is null and read_at is null;
