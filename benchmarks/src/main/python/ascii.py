"""The synthetic register in ASCII, so that characters and bytes are the same: ascii.py INPUT.csv OUTPUT.csv"""
import sys

import duckdb

source, target = sys.argv[1:3]
names = ["given_name", "surname", "father_name", "mother_name", "village", "circle"]
plain = ", ".join(f"nullif(trim(regexp_replace(strip_accents(lower({c})), '[^a-z ]', '', 'g')), '') AS {c}" for c in names)
duckdb.sql(f"""
COPY (SELECT unique_id, person, sex, {plain}, birth_date,
             CASE WHEN birth_date LIKE 'vers%' THEN substr(birth_date, 6, 4) ELSE substr(birth_date, 1, 4) END AS birth_year,
             nullif(right(regexp_replace(phone, '[^0-9]', '', 'g'), 8), '') AS phone, national_id
      FROM read_csv('{source}', header = true, all_varchar = true)) TO '{target}' (HEADER)""")
