"""The law laid open: what the public pages under `/law/` show, and who checked which authority when."""
