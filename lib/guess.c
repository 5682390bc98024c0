#include "guess.h"

const char *
guess_wide(struct str s)
{
	(void)s;
	return NULL;
}

const char *
guess_charset(struct str s)
{
	(void)s;
	return "windows-1252";
}
