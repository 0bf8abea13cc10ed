@NullMarked
package org.concordat.standalone.demo;

import org.jspecify.annotations.NullMarked;
