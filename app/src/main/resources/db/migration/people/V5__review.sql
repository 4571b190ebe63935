-- Who reviews duplicates finds people by name, as they see their files: to compare them, never their telephones or papers.
create policy reviewed on people.token for select using ((select platform.may('matching.review')));
